package latent.render;

import java.util.stream.Stream;
import latent.render.imgscalr.ImgscalrEngine;

/** The engines that the suites run against. */
final class Engines {
    private Engines() {}

    static Stream<Engine> all() {
        return Stream.of(new ImgscalrEngine(80));
    }
}
