package latent.endtoend;

import latent.render.vips.LibvipsHere;

/** The same claims, with libvips in its workers. */
class BitmapsOnVipsTest extends BitmapsOverHttpTest {
    @Override
    String engine() {
        LibvipsHere.orSkip();
        return "vips";
    }
}
