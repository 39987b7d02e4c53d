package latent.render;

import java.util.Optional;
import java.util.OptionalInt;
import latent.image.ImageFormat;
import latent.key.Adjustments;
import latent.key.Box;
import latent.key.CropBox;
import latent.key.Encoding;
import latent.key.Fit;
import latent.key.Framing;
import latent.key.Gravity;
import latent.key.Quality;
import latent.key.Rgb;
import latent.key.Transformation;

/** A transformation, spelt so that a table of them can be read. */
record Wish(Transformation transformation) {
    static Wish box(int width, int height) {
        return new Wish(new Transformation(
                new Box(width, height), Framing.DEFAULT, Adjustments.NONE, Encoding.of(ImageFormat.PNG)));
    }

    Wish as(ImageFormat format) {
        Encoding e = transformation.encoding();
        return with(new Encoding(format, e.quality(), e.maxBytes(), e.keepIcc(), e.keepCopyright()));
    }

    Wish quality(Quality quality) {
        Encoding e = transformation.encoding();
        return with(new Encoding(e.format(), quality, e.maxBytes(), e.keepIcc(), e.keepCopyright()));
    }

    Wish maxBytes(int bytes) {
        Encoding e = transformation.encoding();
        return with(new Encoding(e.format(), e.quality(), OptionalInt.of(bytes), e.keepIcc(), e.keepCopyright()));
    }

    Wish keepIcc() {
        Encoding e = transformation.encoding();
        return with(new Encoding(e.format(), e.quality(), e.maxBytes(), true, e.keepCopyright()));
    }

    Wish keepCopyright() {
        Encoding e = transformation.encoding();
        return with(new Encoding(e.format(), e.quality(), e.maxBytes(), e.keepIcc(), true));
    }

    Wish fit(Fit fit) {
        Framing f = transformation.framing();
        return with(new Framing(fit, f.enlarge(), f.gravity(), f.crop(), f.dpr()));
    }

    Wish enlarged() {
        Framing f = transformation.framing();
        return with(new Framing(f.fit(), true, f.gravity(), f.crop(), f.dpr()));
    }

    Wish gravity(Gravity gravity) {
        Framing f = transformation.framing();
        return with(new Framing(f.fit(), f.enlarge(), gravity, f.crop(), f.dpr()));
    }

    Wish crop(int width, int height, int left, int top) {
        Framing f = transformation.framing();
        CropBox crop = new CropBox(width, height, left, top);
        return with(new Framing(f.fit(), f.enlarge(), f.gravity(), Optional.of(crop), f.dpr()));
    }

    Wish dpr(int dpr) {
        Framing f = transformation.framing();
        return with(new Framing(f.fit(), f.enlarge(), f.gravity(), f.crop(), dpr));
    }

    Wish rotated(Adjustments.Rotation rotation) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                rotation, a.flip(), a.trim(), a.blur(), a.sharpen(), a.grayscale(), a.background(), a.watermark()));
    }

    Wish flipped(Adjustments.Flip flip) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(), flip, a.trim(), a.blur(), a.sharpen(), a.grayscale(), a.background(), a.watermark()));
    }

    Wish trim(int tolerancePercent) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(),
                a.flip(),
                OptionalInt.of(tolerancePercent),
                a.blur(),
                a.sharpen(),
                a.grayscale(),
                a.background(),
                a.watermark()));
    }

    Wish blur(int tenths) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(),
                a.flip(),
                a.trim(),
                OptionalInt.of(tenths),
                a.sharpen(),
                a.grayscale(),
                a.background(),
                a.watermark()));
    }

    Wish sharpen(int tenths) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(),
                a.flip(),
                a.trim(),
                a.blur(),
                OptionalInt.of(tenths),
                a.grayscale(),
                a.background(),
                a.watermark()));
    }

    Wish grayscale() {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(), a.flip(), a.trim(), a.blur(), a.sharpen(), true, a.background(), a.watermark()));
    }

    Wish background(int red, int green, int blue) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(),
                a.flip(),
                a.trim(),
                a.blur(),
                a.sharpen(),
                a.grayscale(),
                Optional.of(new Rgb(red, green, blue)),
                a.watermark()));
    }

    Wish watermark(String name) {
        Adjustments a = transformation.adjustments();
        return with(new Adjustments(
                a.rotation(),
                a.flip(),
                a.trim(),
                a.blur(),
                a.sharpen(),
                a.grayscale(),
                a.background(),
                Optional.of(name)));
    }

    private Wish with(Framing framing) {
        return new Wish(new Transformation(
                transformation.box(), framing, transformation.adjustments(), transformation.encoding()));
    }

    private Wish with(Adjustments adjustments) {
        return new Wish(new Transformation(
                transformation.box(), transformation.framing(), adjustments, transformation.encoding()));
    }

    private Wish with(Encoding encoding) {
        return new Wish(new Transformation(
                transformation.box(), transformation.framing(), transformation.adjustments(), encoding));
    }
}
