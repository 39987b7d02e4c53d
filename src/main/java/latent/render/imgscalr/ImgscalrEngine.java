package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.util.Set;
import latent.image.ImageFormat;
import latent.key.KeepCopyright;
import latent.key.KeepIcc;
import latent.key.Quality;
import latent.key.Transformation;
import latent.render.Engine;
import latent.render.Geometry;
import latent.render.JpegCoding;
import latent.render.Layout;
import latent.render.RenderJob;
import latent.render.Repertoire;

/** Pure Java: ImageIO decodes, imgscalr resizes, ImageIO encodes. */
public final class ImgscalrEngine implements Engine {
    private static final Repertoire REPERTOIRE = new Repertoire(
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF, ImageFormat.WEBP),
            Set.of(ImageFormat.JPEG, ImageFormat.PNG),
            Set.of(Quality.PALETTE, KeepIcc.CAPABILITY, KeepCopyright.CAPABILITY, Repertoire.ANIMATION));

    private final Decoders decoders = new Decoders();
    private final BestFile files;

    /** @param defaultQuality of JPEG files whose key names none, 1 to 100 */
    public ImgscalrEngine(int defaultQuality, JpegCoding coding) {
        files = new BestFile(new Encoders(coding), decoders.jpeg(), defaultQuality);
    }

    @Override
    public String name() {
        return "imgscalr 4.2 on Java " + Runtime.version().feature();
    }

    @Override
    public Repertoire repertoire() {
        return REPERTOIRE;
    }

    @Override
    public byte[] render(RenderJob job) {
        Transformation asked = job.transformation();
        REPERTOIRE.require(job.header().format(), asked);
        Source source = new Source(decoders, job.original(), job.header());
        Layout layout = Look.layout(source, asked);
        BufferedImage picture = source.read(layout.source(), Geometry.turn(asked), layout.scaled())
                .inSrgb();
        asked.effects().forEach(effect -> Effects.apply(picture, effect));
        job.watermark().ifPresent(file -> Watermark.on(picture, file, decoders));
        return files.of(Canvas.paint(picture, layout, asked), asked);
    }

    @Override
    public void close() {}
}
