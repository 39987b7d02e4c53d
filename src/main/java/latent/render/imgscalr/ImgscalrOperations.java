package latent.render.imgscalr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Effect;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.render.ImageOperations;
import latent.render.Layout;
import latent.render.SourceFile;
import latent.render.quality.Luma;

/** The steps of a render in Java2D. From {@link #toSrgb} on, pictures are of one of Java's int types. */
final class ImgscalrOperations implements ImageOperations<byte[], ProfiledImage> {
    private final ImageReaders readers;
    private final Encoders encoders;

    ImgscalrOperations(ImageReaders readers, Encoders encoders) {
        this.readers = readers;
        this.encoders = encoders;
    }

    @Override
    public int frames(SourceFile<byte[]> source) {
        return 1;
    }

    @Override
    public ProfiledImage decode(SourceFile<byte[]> source, PixelRect part, PixelSize wanted) {
        return readers.decode(new DecodeRequest(source.file(), source.header(), part, wanted));
    }

    @Override
    public List<ProfiledImage> decodeFrames(SourceFile<byte[]> source, PixelRect part) {
        throw lacking();
    }

    @Override
    public ProfiledImage animate(List<ProfiledImage> frames, PixelSize frame) {
        throw lacking();
    }

    @Override
    public PixelSize size(ProfiledImage image) {
        return new PixelSize(image.picture().getWidth(), image.picture().getHeight());
    }

    @Override
    public ProfiledImage resize(ProfiledImage image, PixelSize size) {
        return image.with(ScalrResize.to(size, image.picture()));
    }

    @Override
    public ProfiledImage toSrgb(ProfiledImage image) {
        return image.inSrgb();
    }

    @Override
    public ProfiledImage keepProfile(ProfiledImage image) {
        throw lacking();
    }

    @Override
    public ProfiledImage turn(ProfiledImage image, Orientation turn) {
        return image.with(PixelTurn.by(turn, image.picture()));
    }

    @Override
    public ProfiledImage apply(ProfiledImage image, Effect effect) {
        JavaEffects.apply(image.picture(), effect);
        return image;
    }

    @Override
    public ProfiledImage overlay(ProfiledImage image, ProfiledImage mark, PixelRect place) {
        Samples.draw(mark.picture(), image.picture(), place.left(), place.top());
        return image;
    }

    @Override
    public ProfiledImage flatten(ProfiledImage image, Rgb background) {
        return image.picture().getColorModel().hasAlpha()
                ? paint(image, size(image), 0, 0, Optional.of(background))
                : image;
    }

    @Override
    public ProfiledImage pad(ProfiledImage image, Layout layout, Optional<Rgb> background) {
        return paint(image, layout.canvas(), layout.left(), layout.top(), background);
    }

    @Override
    public ProfiledImage materialize(ProfiledImage image) {
        return image;
    }

    @Override
    public PixelRect contentBounds(ProfiledImage image, int tolerancePercent) {
        return BorderSearch.without(image.picture(), tolerancePercent);
    }

    @Override
    public Point salientPoint(ProfiledImage image, PixelSize window) {
        return SaliencyMap.richestPoint(image.picture(), window);
    }

    @Override
    public ProfiledImage reduceMetadata(ProfiledImage image, Transformation asked) {
        return image; // no decoder here hands any over
    }

    @Override
    public byte[] encode(ProfiledImage image, Transformation asked, int quality) {
        return encoders.encode(GrayPixels.slim(image.picture()), asked.format(), quality);
    }

    @Override
    public Luma luma(ProfiledImage image) {
        return new Luma(size(image), GrayPixels.luma(flatten(image, Rgb.WHITE).picture()));
    }

    @Override
    public Luma luma(byte[] file, ImageFormat format, PixelSize size) {
        return new Luma(size, readers.jpeg().luma(file));
    }

    private static ProfiledImage paint(
            ProfiledImage image, PixelSize size, int left, int top, Optional<Rgb> background) {
        BufferedImage canvas = new BufferedImage(
                size.width(),
                size.height(),
                background.isPresent() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        background.ifPresent(rgb -> fill(canvas, new Color(rgb.red(), rgb.green(), rgb.blue())));
        Samples.draw(image.picture(), canvas, left, top);
        return image.with(canvas);
    }

    private static void fill(BufferedImage canvas, Color colour) {
        Graphics2D brush = canvas.createGraphics();
        brush.setColor(colour);
        brush.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        brush.dispose();
    }

    private static IllegalStateException lacking() {
        return new IllegalStateException("asked for what the engine declares as lacking");
    }
}
