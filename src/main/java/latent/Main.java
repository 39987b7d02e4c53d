package latent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import latent.audit.AuditReport;
import latent.check.Deployment;
import latent.check.JdkHttpFetcher;
import latent.check.SmokeTest;
import latent.cli.Actions;
import latent.cli.AuditOptions;
import latent.cli.DemoOptions;
import latent.cli.ExpireOptions;
import latent.cli.LatentCommand;
import latent.cli.PlanOptions;
import latent.cli.WarmOptions;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.local.LocalLibrariesMissing;
import latent.logging.LogQueue;
import latent.metrics.Meters;
import latent.purge.PurgeScope;
import latent.render.Engine;
import latent.spark.SparkLibrariesMissing;

/** Entry point: starts the commands of the command line. Public, as {@code spark-submit} wants it. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(LatentCommand.run(new Commands(), words));
    }

    private static final class Commands implements Actions {
        @Override
        public void serve(SettingSources sources) throws InterruptedException {
            try (ShutdownSignal stop = new ShutdownSignal();
                    LogQueue log = logQueue(sources.read());
                    Service service = Service.start(sources.read())) {
                watch(log, service.meters());
                System.out.println("Latent listens on port " + service.port() + "; engine: " + service.engine());
                stop.await();
            }
        }

        @Override
        public void warm(SettingSources sources) throws InterruptedException {
            try (ShutdownSignal stop = new ShutdownSignal();
                    LogQueue log = logQueue(sources.read());
                    WarmService service = WarmService.start(sources.read())) {
                watch(log, service.meters());
                String where = service.port().isPresent()
                        ? " that AWS Lambda hands over at port "
                                + service.port().getAsInt()
                        : "";
                System.out.println("Latent works off changes of originals" + where + "; engine: " + service.engine());
                stop.await();
            }
        }

        @Override
        public void purge(List<PurgeScope> scopes, boolean dryRun, SettingSources sources) {
            PurgeRun.run(scopes, dryRun, sources.read(), System.out);
        }

        @Override
        public void plan(PlanOptions options, SettingSources sources) throws IOException {
            SparkLibrariesMissing.check();
            SparkJobs.plan(options, sources, System.out);
        }

        @Override
        public boolean warm(WarmOptions options, SettingSources sources) {
            SparkLibrariesMissing.check();
            return SparkJobs.warm(options, sources, System.out);
        }

        @Override
        public AuditReport.Verdict audit(AuditOptions options, SettingSources sources) {
            SparkLibrariesMissing.check();
            return AuditJobs.audit(options, sources, System.out);
        }

        @Override
        public boolean expire(ExpireOptions options, SettingSources sources) {
            SparkLibrariesMissing.check();
            return AuditJobs.expire(options, sources, System.out);
        }

        @Override
        public void render(Path in, String key, Path out, SettingSources sources) throws IOException {
            FileRender.run(in, key, out, sources.read());
        }

        @Override
        public void prepare(SettingSources sources) throws IOException {
            try (Engine engine = EngineFactory.open(sources.read().render(), new Meters())) {
                System.out.println("engine: " + EngineFactory.introduce(engine));
                System.out.println("HEIC: " + EngineFactory.introduceHeic(engine));
            }
            if (StartRehearsal.isRecorded()) {
                StartRehearsal.run();
            }
        }

        @Override
        public boolean check(Deployment deployment) {
            try (JdkHttpFetcher http = new JdkHttpFetcher()) {
                return new SmokeTest(deployment, http, System.out).run().failed() == 0;
            }
        }

        @Override
        public void playground(Path folder, List<String> originals, SettingSources sources) throws IOException {
            LocalLibrariesMissing.check("playground");
            PlaygroundFolder.write(folder, originals, sources.read());
        }

        @Override
        public void demo(DemoOptions options, SettingSources sources) throws Exception {
            LocalLibrariesMissing.check("demo");
            PrintStream out = System.out;
            try (ShutdownSignal stop = new ShutdownSignal();
                    LogQueue log = logQueue(sources.read());
                    Demo demo = Demo.start(options, sources, out)) {
                watch(log, demo.meters());
                demo.introduce(out);
                stop.await();
            }
        }

        private static LogQueue logQueue(Settings settings) {
            return LogQueue.beforeStandardError(settings.reporting().log());
        }

        private static void watch(LogQueue log, Meters meters) {
            meters.watch(
                    "latent.log.dropped",
                    "Lines of the log that were dropped: standard error was not read.",
                    log::dropped);
        }
    }
}
