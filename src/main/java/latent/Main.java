package latent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import latent.check.Deployment;
import latent.check.HttpWeb;
import latent.check.SmokeTest;
import latent.cli.Actions;
import latent.cli.DemoOptions;
import latent.cli.LatentCommand;
import latent.cli.PlanOptions;
import latent.cli.WarmOptions;
import latent.config.SettingSources;
import latent.local.LocalLibrariesMissing;
import latent.logging.LogQueue;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.spark.SparkLibrariesMissing;

/** Where the program begins. */
final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(LatentCommand.run(new Commands(), words));
    }

    private static final class Commands implements Actions {
        @Override
        public void serve(SettingSources said) throws InterruptedException {
            try (ShutdownSignal stop = new ShutdownSignal();
                    LogQueue log = LogQueue.beforeStandardError();
                    Service service = Service.start(said.read())) {
                watch(log, service.meters());
                System.out.println("Latent listens on port " + service.port() + "; engine: " + service.engine());
                stop.await();
            }
        }

        @Override
        public void warm(SettingSources said) throws InterruptedException {
            try (ShutdownSignal stop = new ShutdownSignal();
                    LogQueue log = LogQueue.beforeStandardError();
                    WarmService service = WarmService.start(said.read())) {
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
        public void plan(PlanOptions options, SettingSources said) throws IOException {
            SparkLibrariesMissing.check();
            SparkJobs.plan(options, said, System.out);
        }

        @Override
        public boolean warm(WarmOptions options, SettingSources said) {
            SparkLibrariesMissing.check();
            return SparkJobs.warm(options, said, System.out);
        }

        @Override
        public void render(Path in, String key, Path out, SettingSources said) throws IOException {
            FileRender.run(in, key, out, said.read());
        }

        @Override
        public void prepare(SettingSources said) throws IOException {
            try (Engine engine = EngineFactory.open(said.read().render(), new Meters())) {
                System.out.println("engine: " + EngineFactory.introduce(engine));
            }
            if (StartRehearsal.isRecorded()) {
                StartRehearsal.run();
            }
        }

        @Override
        public boolean check(Deployment deployment) {
            try (HttpWeb web = new HttpWeb()) {
                return new SmokeTest(deployment, web, System.out).run().failed() == 0;
            }
        }

        @Override
        public void demo(DemoOptions options, SettingSources said) throws Exception {
            LocalLibrariesMissing.check();
            PrintStream out = System.out;
            try (ShutdownSignal stop = new ShutdownSignal();
                    LogQueue log = LogQueue.beforeStandardError();
                    Demo demo = Demo.start(options, said, out)) {
                watch(log, demo.meters());
                demo.introduce(out);
                stop.await();
            }
        }

        private static void watch(LogQueue log, Meters meters) {
            meters.watch(
                    "latent.log.dropped",
                    "Lines of the log that were dropped: standard error was not read.",
                    log::dropped);
        }
    }
}
