package latent;

import latent.render.vips.LibvipsHere;

/** The same claims, with libvips in its workers. */
class FirstLightOnVipsTest extends FirstLightTest {
    @Override
    String engine() {
        LibvipsHere.orSkip();
        return "vips";
    }
}
