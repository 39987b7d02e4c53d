package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.Geometry;
import latent.render.Layout;
import latent.render.RenderJob;
import latent.render.Repertoire;
import latent.render.Technique;

/** Pure Java: ImageIO decodes, imgscalr resizes, ImageIO encodes. */
public final class ImgscalrEngine implements Engine {
    private static final Repertoire REPERTOIRE = new Repertoire(
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF, ImageFormat.WEBP),
            Set.of(ImageFormat.JPEG, ImageFormat.PNG),
            EnumSet.of(
                    Technique.GRAVITY, Technique.FOCAL_POINT, Technique.CROP_BOX, Technique.ROTATION, Technique.FLIP));

    private final Decoders decoders = new Decoders();
    private final Encoders encoders;

    /** @param defaultQuality of JPEG files whose key names none, 1 to 100 */
    public ImgscalrEngine(int defaultQuality) {
        encoders = new Encoders(defaultQuality);
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
        REPERTOIRE.require(job.header().format(), job.transformation());
        Layout layout = Geometry.layout(job.header().upright(), job.transformation());
        Orientation turn = turn(job);
        Pixels decoded = decode(job, layout, turn);
        BufferedImage scaled = Resize.to(turn.unturn(layout.scaled()), Colours.rgb(decoded));
        Colours.toSrgb(scaled, decoded.profile());
        BufferedImage rendition = Canvas.paint(Turn.by(turn, scaled), layout, job.transformation());
        return encoders.encode(rendition, job.transformation().encoding());
    }

    /** Stored pixels become upright, and then turned as the key asks, in one move. */
    private static Orientation turn(RenderJob job) {
        return job.header()
                .orientation()
                .then(Geometry.turn(job.transformation().adjustments()));
    }

    private Pixels decode(RenderJob job, Layout layout, Orientation turn) {
        ImageHeader header = job.header();
        PixelRect region = header.orientation().unturn(layout.source(), header.upright());
        try {
            return decoders.decode(new Decode(job.original(), header, region, turn.unturn(layout.scaled())));
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
            // ImageIO's readers throw all of these on damaged files. No cause goes with it: it names our insides.
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.");
        }
    }

    @Override
    public void close() {}
}
