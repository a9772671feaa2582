package dev.fortnight.cycle;

import dev.fortnight.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
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
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz, which ticks for all processes on a database: each tick is had by one of them. Whether
 * anything is due is decided by whoever is ticked. A tick that was missed comes once, late; one in
 * which a process ended is had by another.
 */
public final class Heartbeat {

  private static final int SECONDS = 15;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final JobKey TICK = new JobKey("tick");
  private static final JobKey REQUEST = new JobKey("request");

  private final Scheduler scheduler;

  /**
   * @param tick is called every 15 seconds, by one process at a time
   * @param request is called after {@link #request}, in whichever process
   */
  public Heartbeat(Database database, Runnable tick, Runnable request) throws SchedulerException {
    String source = "fortnight-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(source, new Connections(database));
    this.scheduler = new StdSchedulerFactory(properties(database, source)).getScheduler();
    scheduler.setJobFactory(
        (bundle, itself) -> {
          Runnable work = bundle.getJobDetail().getKey().equals(TICK) ? tick : request;
          return context -> work.run();
        });
  }

  private static Properties properties(Database database, String source) {
    Properties properties = new Properties();
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "fortnight");
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_ID, "AUTO");
    properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, JobStoreTX.class.getName());
    properties.setProperty("org.quartz.jobStore.dataSource", source);
    properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        (database.isServer() ? PostgreSQLDelegate.class : StdJDBCDelegate.class).getName());
    // several processes may share an embedded database too
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    // a process counts as gone after two of these and 7.5 seconds; its work is to move within 30
    properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
    // so late a tick is missed, and so often Quartz looks for those that are: a minute by default
    properties.setProperty("org.quartz.jobStore.misfireThreshold", "15000");
    properties.setProperty(
        StdSchedulerFactory.PROP_THREAD_POOL_CLASS, SimpleThreadPool.class.getName());
    // one is at a refresh, one finds that another is at it
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  /** Ticks from now on; what is stored already is told anew. */
  public void start() throws SchedulerException {
    scheduler.addJob(detail(Request.class, REQUEST), true);
    scheduler.scheduleJob(detail(Tick.class, TICK), Set.of(trigger()), true);
    scheduler.start();
  }

  private static Trigger trigger() {
    return TriggerBuilder.newTrigger()
        .withIdentity(TICK.getName())
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(SECONDS)
                .withMisfireHandlingInstructionNowWithRemainingCount())
        .build();
  }

  private static JobDetail detail(Class<? extends Job> type, JobKey key) {
    return JobBuilder.newJob(type).withIdentity(key).storeDurably().requestRecovery().build();
  }

  /** Leaves ticks to other processes, or has them again. */
  public void pause(boolean isPaused) throws SchedulerException {
    if (isPaused && !scheduler.isInStandbyMode()) {
      scheduler.standby();
    } else if (!isPaused && scheduler.isInStandbyMode()) {
      scheduler.start();
    }
  }

  /** Asks for a call of what was given for it, and returns at once. */
  public void request() throws SchedulerException {
    scheduler.triggerJob(REQUEST);
  }

  /** Begins nothing any more, and waits a moment for what is being done. */
  public void stop() throws InterruptedException {
    Thread ending = new Thread(this::shutdown, "fortnight-heartbeat-ends");
    ending.setDaemon(true);
    ending.start();
    ending.join(LONGEST_WAIT.toMillis());
  }

  /** Without waiting Quartz goes on asking a database that is closed by then. */
  private void shutdown() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the tick where it is stored; the factory of jobs makes what is called. */
  @DisallowConcurrentExecution
  static final class Tick implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      throw new IllegalStateException("made by another factory");
    }
  }

  /** Names requests where they are stored. */
  static final class Request implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      throw new IllegalStateException("made by another factory");
    }
  }

  /** Our one pool, for Quartz. */
  private record Connections(Database database) implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
      return database.connection();
    }

    @Override
    public void shutdown() {
      // whoever opened the database closes it
    }

    @Override
    public void initialize() {
      // it is open
    }
  }
}
