package latent.render;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import latent.render.heif.LibheifFinder;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.worker.WorkersHere;
import org.opentest4j.TestAbortedException;

/** The engines that the suites run against; libvips in its workers, as it is served, where there is a libvips. */
final class TestedEngines {
    private TestedEngines() {}

    static Stream<Engine> all() {
        return Stream.concat(Stream.of(new ImgscalrEngine(RenderSettings.DEFAULT)), Vips.WORKERS.stream());
    }

    /** One pool for the whole run. */
    private static final class Vips {
        private static final Optional<Engine> WORKERS = start();

        private static Optional<Engine> start() {
            try {
                return Optional.of(new Kept(WorkersHere.orSkip(
                        WorkersHere.settings(2, Duration.ofMinutes(2)),
                        RenderSettings.DEFAULT.drawingSvg().withLibheif(LibheifFinder.find(Optional.empty())))));
            } catch (TestAbortedException noLibvips) {
                return Optional.empty();
            }
        }
    }

    /** JUnit closes the arguments of a parameterized test; the next test still needs this one. */
    private record Kept(Engine engine) implements Engine {
        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public EngineCapabilities capabilities() {
            return engine.capabilities();
        }

        @Override
        public byte[] render(RenderJob job) {
            return engine.render(job);
        }

        @Override
        public void close() {}
    }
}
