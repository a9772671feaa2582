package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.TopicRefresh;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/** Ticks; whether a refresh is due is decided by the refresh itself. */
@Singleton
final class RefreshSchedule {

  private static final int SECONDS = 15;
  private static final int TOPIC_SECONDS = 5;
  private static final JobKey TICK = new JobKey("tick");
  private static final JobKey TOPICS = new JobKey("topics");
  private static final JobKey REQUEST = new JobKey("request");

  private final Refresh refresh;
  private final TopicRefresh topics;
  private final Scheduler scheduler;

  RefreshSchedule(Refresh refresh, TopicRefresh topics) throws SchedulerException {
    this.refresh = refresh;
    this.topics = topics;
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
    // one is at a refresh, one at topics, one finds that another is at it
    properties.setProperty("org.quartz.threadPool.threadCount", "3");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  private Job job(JobKey key) {
    if (key.equals(TOPICS)) {
      return new Single(topics::ifDue);
    }
    return key.equals(TICK) ? new Run(refresh::ifDue) : new Run(refresh::now);
  }

  void start(@Observes StartupEvent event) throws SchedulerException {
    scheduler.addJob(detail(REQUEST), false);
    scheduler.scheduleJob(detail(TICK), each(SECONDS));
    scheduler.scheduleJob(
        JobBuilder.newJob(Single.class).withIdentity(TOPICS).storeDurably().build(),
        each(TOPIC_SECONDS));
    scheduler.start();
  }

  private static Trigger each(int seconds) {
    return TriggerBuilder.newTrigger()
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(seconds)
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
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

  /** What Quartz calls, and not again before it is through. */
  @DisallowConcurrentExecution
  private record Single(Runnable work) implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      work.run();
    }
  }

  /** What Quartz calls. */
  private record Run(Runnable work) implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      work.run();
    }
  }
}
