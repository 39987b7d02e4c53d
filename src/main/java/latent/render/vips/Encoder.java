package latent.render.vips;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latent.image.ImageFormat;
import latent.key.Transformation;
import latent.render.JpegCoding;
import latent.render.RenderSettings;

/** Writes a file of a quality, with no metadata except what the key keeps. */
final class Encoder {
    /** AVIF at 2 takes a quarter of the time of the encoder's default of 4 and makes a file 9 % larger. */
    private static final int AVIF_EFFORT = 2;

    private static final Map<ImageFormat, Saver> SAVERS = Map.of(
            ImageFormat.JPEG, Encoder::jpeg,
            ImageFormat.PNG, Encoder::png,
            ImageFormat.WEBP, Encoder::webp,
            ImageFormat.AVIF, Encoder::avif,
            ImageFormat.GIF, Encoder::gif);

    private final RenderSettings settings;
    private final Transformation asked;
    private final String keep;

    /** @param keep what libvips calls it: none, icc, exif */
    Encoder(RenderSettings settings, Transformation asked, String keep) {
        this.settings = settings;
        this.asked = asked;
        this.keep = keep;
    }

    private interface Saver {
        Operation save(Encoder encoder, Picture picture, int quality);
    }

    /** The formats that libvips writes. */
    static Set<ImageFormat> formats() {
        return SAVERS.keySet();
    }

    byte[] encode(Picture picture, int quality) {
        Saver saver = Optional.ofNullable(SAVERS.get(asked.format()))
                .orElseThrow(() -> new IllegalStateException("no saver of " + asked.format()));
        return saver.save(this, picture, quality).with("keep", keep).bytes();
    }

    private Operation jpeg(Picture picture, int quality) {
        return picture.operation("jpegsave_buffer")
                .with("Q", quality)
                .with("optimize_coding", true)
                .with("interlace", settings.jpegCoding() == JpegCoding.PROGRESSIVE);
    }

    private Operation webp(Picture picture, int quality) {
        return picture.operation("webpsave_buffer").with("Q", quality);
    }

    private Operation avif(Picture picture, int quality) {
        return picture.operation("heifsave_buffer")
                .with("compression", "av1")
                .with("Q", quality)
                .with("bitdepth", 8)
                .with("effort", AVIF_EFFORT);
    }

    private Operation gif(Picture picture, int quality) {
        return picture.operation("gifsave_buffer");
    }

    /** A quality below 100 is a palette of as few of 256 colours as that quality needs. */
    private Operation png(Picture picture, int quality) {
        Operation save = picture.operation("pngsave_buffer").with("compression", 6);
        return quality < 100 ? save.with("palette", true).with("Q", quality) : save;
    }
}
