package latent.render.vips;

import java.util.HexFormat;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.render.RenderJob;

/** Goes once through the code of a render, in every format, so that an ahead-of-time cache can learn what it needs. */
final class VipsRehearsal {
    /** Of 24 bits, with the header of OS/2. */
    private static final String ONE_PIXEL_BMP =
            "424d1e000000000000001a000000" + "0c000000" + "01000100" + "01001800" + "00000000";

    private static final PixelSize SIZE = new PixelSize(320, 240);

    private VipsRehearsal() {}

    static void run(VipsEngine engine, Libvips vips) {
        ImageHeader jpeg = new ImageHeader(ImageFormat.JPEG, SIZE, Orientation.RIGHT_TOP, 1, false);
        byte[] black = black(vips);
        for (ImageFormat format : Encoder.formats()) {
            engine.render(RenderJob.of(black, jpeg, Transformation.of(new RequestedSize(40, 30), format)));
        }
        ImageHeader bitmap = new ImageHeader(ImageFormat.BMP, new PixelSize(1, 1), Orientation.TOP_LEFT, 1, false);
        Transformation png = Transformation.of(new RequestedSize(1, 1), ImageFormat.PNG);
        engine.render(RenderJob.of(HexFormat.of().parseHex(ONE_PIXEL_BMP), bitmap, png));
        if (engine.capabilities().reads().contains(ImageFormat.HEIC)) {
            engine.render(RenderJob.of(HeicDecoder.square(), HeicDecoder.HEADER, png));
        }
    }

    private static byte[] black(Libvips vips) {
        try (Session session = new Session(vips)) {
            Picture black = session.operation("black")
                    .with("width", SIZE.width())
                    .with("height", SIZE.height())
                    .picture();
            return black.operation("jpegsave_buffer").bytes();
        }
    }
}
