package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Properties;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/** Ticks; whether a refresh is due is decided by the refresh itself. */
@Singleton
final class RefreshSchedule {

  private static final int SECONDS = 15;
  private static final JobKey TICK = new JobKey("tick");
  private static final JobKey REQUEST = new JobKey("request");

  private final Refresh refresh;
  private final Scheduler scheduler;

  RefreshSchedule(Refresh refresh) throws SchedulerException {
    this.refresh = refresh;
    this.scheduler = new StdSchedulerFactory(properties()).getScheduler();
    scheduler.setJobFactory((bundle, itself) -> job(bundle.getJobDetail().getKey()));
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "fortnight");
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, RAMJobStore.class.getName());
    properties.setProperty(
        StdSchedulerFactory.PROP_THREAD_POOL_CLASS, SimpleThreadPool.class.getName());
    // the second thread takes note of a request while the first one is at a refresh
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  private Job job(JobKey key) {
    return key.equals(TICK) ? new Run(refresh::ifDue) : new Run(refresh::now);
  }

  void start(@Observes StartupEvent event) throws SchedulerException {
    scheduler.addJob(detail(REQUEST), false);
    scheduler.scheduleJob(
        detail(TICK),
        TriggerBuilder.newTrigger()
            .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(SECONDS))
            .build());
    scheduler.start();
  }

  private static JobDetail detail(JobKey key) {
    return JobBuilder.newJob(Run.class).withIdentity(key).storeDurably().build();
  }

  void stop(@Observes ShutdownEvent event) throws SchedulerException, InterruptedException {
    scheduler.shutdown(false);
    refresh.close();
  }

  /** Asks for a refresh and returns at once. */
  void request() throws SchedulerException {
    scheduler.triggerJob(REQUEST);
  }

  /** What Quartz calls. */
  private record Run(Runnable work) implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      work.run();
    }
  }
}
