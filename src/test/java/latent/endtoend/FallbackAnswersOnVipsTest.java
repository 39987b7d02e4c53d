package latent.endtoend;

import latent.render.vips.LibvipsHere;

/** The same claims, with libvips in its workers. */
class FallbackAnswersOnVipsTest extends FallbackAnswersTest {
    @Override
    String engine() {
        LibvipsHere.orSkip();
        return "vips";
    }
}
