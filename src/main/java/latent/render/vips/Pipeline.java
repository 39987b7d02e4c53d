package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Background;
import latent.key.Effect;
import latent.key.Grayscale;
import latent.key.KeepIcc;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Geometry;
import latent.render.Layout;
import latent.render.ShrinkOnLoad;

/** One render, as a list of steps. */
final class Pipeline {
    private final Session session;
    private final VipsSettings settings;
    private final ImageHeader header;
    private final Transformation asked;
    private final Loader loader;
    private final Layout layout;
    private final Optional<Picture> watermark;

    Pipeline(
            Session session,
            VipsSettings settings,
            MemorySegment original,
            ImageHeader header,
            Transformation asked,
            Optional<MemorySegment> watermark) {
        this.session = session;
        this.settings = settings;
        this.header = header;
        this.asked = Geometry.meant(header, asked);
        this.loader = new Loader(session, original, header);
        this.layout = new Look(loader, header, this.asked).layout();
        this.watermark = watermark.map(file -> Watermark.open(session, file));
    }

    byte[] run() {
        Picture rendition = Metadata.reduce(header.format().isVector() ? drawing() : decoding(), asked);
        Encoder encoder = new Encoder(settings, asked, Metadata.keep(rendition, asked));
        return new BestFile(encoder, asked, settings).of(rendition);
    }

    /** Drawn where it is needed and as large as it is needed: there is nothing to cut and nothing to resize. */
    private Picture drawing() {
        return rendition(loader.drawn(layout.source(), wholeTurn().turn(layout.scaled())));
    }

    private Picture decoding() {
        Picture opened = loader.still(shrinkOnLoad());
        boolean animated = opened.pages() > 1 && header.format().isAnimated() && output().isAnimated();
        return animated ? animation() : rendition(cut(opened));
    }

    private Picture rendition(Picture part) {
        Picture picture = resize(part);
        picture = colour(picture);
        picture = turn(picture);
        picture = effects(picture);
        picture = watermark(picture);
        return background(picture);
    }

    private double shrinkOnLoad() {
        PixelSize source = layout.source().size();
        PixelSize scaled = Geometry.turn(asked).turn(layout.scaled());
        return ShrinkOnLoad.factor(header.format(), source.times(scaled));
    }

    private Picture cut(Picture picture) {
        PixelRect stored = header.orientation().unturn(layout.source(), header.upright());
        return picture.cut(Scale.of(stored, header.stored(), picture.size()));
    }

    /** Before the turn, so that only the few pixels that are left are turned, and the decoder runs from top to bottom. */
    private Picture resize(Picture picture) {
        return Resize.to(wholeTurn().turn(layout.scaled()), picture);
    }

    private Picture colour(Picture picture) {
        boolean keep = asked.has(KeepIcc.class) && !asked.has(Grayscale.class);
        return keep ? Colour.asItIs(picture) : Colour.toSrgb(picture);
    }

    private Picture turn(Picture picture) {
        return picture.turn(wholeTurn());
    }

    private Picture effects(Picture picture) {
        Picture changed = picture;
        for (Effect effect : asked.effects()) {
            changed = VipsEffects.apply(changed, effect);
        }
        return changed;
    }

    private Picture watermark(Picture picture) {
        return watermark.isEmpty() ? picture : Watermark.on(picture, watermark.get());
    }

    /** JPEG knows no transparency: where the key names no background, it is white. */
    private Picture background(Picture picture) {
        Optional<Rgb> colour = asked.find(Background.class).map(Background::colour);
        if (!output().hasAlpha()) {
            colour = colour.or(() -> Optional.of(Rgb.WHITE));
        }
        Picture opaque = colour.map(picture::on).orElse(picture);
        if (layout.fills()) {
            return opaque;
        }
        return colour.map(c -> opaque.pad(layout.canvas(), layout.left(), layout.top(), c))
                .orElseGet(() -> opaque.pad(layout.canvas(), layout.left(), layout.top()));
    }

    /** Every frame goes the way of a still. */
    private Picture animation() {
        Picture roll = loader.frames();
        PixelSize frame = header.stored();
        int frames = roll.size().height() / frame.height();
        if (frames > settings.maxFrames() || frames * frame.pixels() > settings.maxFramesPixels()) {
            throw new Refusal(Reason.TOO_LARGE, "The original has too many frames: " + frames + " of " + frame + ".");
        }
        List<Picture> renditions = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            PixelRect place = new PixelRect(0, i * frame.height(), frame.width(), frame.height());
            renditions.add(rendition(cut(roll.cut(place))));
        }
        return session.stack(renditions, layout.canvas());
    }

    private Orientation wholeTurn() {
        return header.orientation().then(Geometry.turn(asked));
    }

    private ImageFormat output() {
        return asked.format();
    }
}
