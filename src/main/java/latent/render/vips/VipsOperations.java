package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Effect;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.render.ImageOperations;
import latent.render.Layout;
import latent.render.RenderSettings;
import latent.render.ShrinkOnLoad;
import latent.render.SourceFile;
import latent.render.UnusableWatermark;
import latent.render.quality.Luma;

/** The steps of a render as calls of libvips. Pictures are recipes, computed when the last of them is encoded or materialized. */
final class VipsOperations implements ImageOperations<MemorySegment, Picture> {
    private final Session session;
    private final RenderSettings settings;
    private final KeptDecode kept;

    VipsOperations(Session session, RenderSettings settings, KeptDecode kept) {
        this.session = session;
        this.settings = settings;
        this.kept = kept;
    }

    @Override
    public int frames(SourceFile<MemorySegment> source) {
        return loader(source).pages();
    }

    @Override
    public Picture decode(SourceFile<MemorySegment> source, PixelRect part, PixelSize wanted) {
        ImageHeader header = source.header();
        if (header.format().isVector()) {
            return loader(source).drawn(part, wanted);
        }
        double factor = ShrinkOnLoad.factor(header.format(), part.size().times(wanted));
        Picture opened = kept.find(session, source, factor).orElseGet(() -> decode(source, factor, part));
        return opened.cut(ScaledRect.of(part, header.stored(), opened.size()));
    }

    private Picture decode(SourceFile<MemorySegment> source, double factor, PixelRect part) {
        boolean whole = reachesBottom(part, source.header());
        Picture decoded = loader(source).still(factor, whole);
        return whole ? kept.keep(session, source, factor, decoded) : decoded;
    }

    @Override
    public List<Picture> decodeFrames(SourceFile<MemorySegment> source, PixelRect part) {
        return loader(source).frames(part);
    }

    @Override
    public Picture animate(List<Picture> frames, PixelSize frame) {
        return session.stack(frames, frame);
    }

    @Override
    public PixelSize size(Picture picture) {
        return picture.size();
    }

    @Override
    public Picture resize(Picture picture, PixelSize size) {
        return VipsResize.to(size, picture);
    }

    @Override
    public Picture toSrgb(Picture picture) {
        return SrgbConversion.toSrgb(picture);
    }

    @Override
    public Picture keepProfile(Picture picture) {
        return SrgbConversion.asItIs(picture);
    }

    @Override
    public Picture turn(Picture picture, Orientation turn) {
        if (turn == Orientation.TOP_LEFT) {
            return picture;
        }
        Picture turned = picture.inMemory();
        boolean mirrorX = turn.mirrorsX();
        if (turn.transposes()) {
            turned = turned.operation("rot").with("angle", "d90").picture(); // transposes and mirrors left and right
            mirrorX = !mirrorX;
        }
        turned = mirrorX ? flip(turned, "horizontal") : turned;
        return turn.mirrorsY() ? flip(turned, "vertical") : turned;
    }

    private static Picture flip(Picture picture, String direction) {
        return picture.operation("flip").with("direction", direction).picture();
    }

    @Override
    public Picture apply(Picture picture, Effect effect) {
        return VipsEffects.apply(picture, effect);
    }

    @Override
    public Picture overlay(Picture picture, Picture mark, PixelRect place) {
        Picture marked = session.operation("composite2")
                .with("base", picture.in(Interpretation.SRGB))
                .with("overlay", mark.in(Interpretation.SRGB))
                .with("mode", "over")
                .with("x", place.left())
                .with("y", place.top())
                .picture()
                .eightBit();
        return picture.hasAlpha() ? marked : marked.extract(0, 3);
    }

    @Override
    public Picture flatten(Picture picture, Rgb background) {
        return VipsCanvas.flatten(picture, background);
    }

    @Override
    public Picture pad(Picture picture, Layout layout, Optional<Rgb> background) {
        return VipsCanvas.pad(picture, layout, background);
    }

    @Override
    public Picture openWatermark(Supplier<Picture> opening) {
        DecodedFiles.Point before = session.decoded().now();
        return UnusableWatermark.insteadOfOriginal(() -> {
            try {
                Picture mark = opening.get();
                if (session.decoded().isOneDamaged(before)) {
                    String words = session.decoded().words(before);
                    throw new ConcurrentRenders.SeemsDamaged(UnusableWatermark.because(words));
                }
                return mark;
            } catch (VipsException e) {
                throw e.answer();
            }
        });
    }

    @Override
    public Picture materialize(Picture picture) {
        return picture.inMemory();
    }

    @Override
    public PixelRect contentBounds(Picture picture, int tolerancePercent) {
        return AttentionPoint.contentBounds(picture, tolerancePercent);
    }

    @Override
    public Point salientPoint(Picture picture, PixelSize window) {
        return AttentionPoint.salientPoint(picture, window);
    }

    @Override
    public Picture reduceMetadata(Picture picture, Transformation asked) {
        return Metadata.reduce(picture, asked);
    }

    @Override
    public byte[] encode(Picture picture, Transformation asked, int quality) {
        return new Encoder(settings, asked, Metadata.keep(picture, asked)).encode(picture, quality);
    }

    @Override
    public Luma luma(Picture picture) {
        Picture opaque = VipsCanvas.flatten(picture, Rgb.WHITE);
        Picture gray = opaque.bands() < 3 ? opaque : opaque.luma();
        return new Luma(picture.size(), gray.operation("rawsave_buffer").bytes());
    }

    @Override
    public Luma luma(byte[] file, ImageFormat format, PixelSize size) {
        ImageHeader header = new ImageHeader(format, size, Orientation.TOP_LEFT, 1, false);
        Loader loader = new Loader(session, session.lend(file), header);
        return luma(format == ImageFormat.WEBP ? loader.roll() : loader.still(1, true));
    }

    private static boolean reachesBottom(PixelRect part, ImageHeader header) {
        return part.top() + part.height() == header.stored().height();
    }

    private Loader loader(SourceFile<MemorySegment> source) {
        return new Loader(session, source.file(), source.header());
    }
}
