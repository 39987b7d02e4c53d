package latent.render;

import latent.image.ImageFormat;
import latent.key.Background;
import latent.key.Blur;
import latent.key.Box;
import latent.key.CropBox;
import latent.key.DevicePixelRatio;
import latent.key.Enlarge;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Grayscale;
import latent.key.KeepCopyright;
import latent.key.KeepIcc;
import latent.key.MaxBytes;
import latent.key.Option;
import latent.key.Quality;
import latent.key.Rgb;
import latent.key.Rotation;
import latent.key.Sharpen;
import latent.key.Transformation;
import latent.key.Trim;
import latent.key.WatermarkName;

/** A transformation, spelt so that a table of them can be read. */
record Wish(Transformation transformation) {
    static Wish box(int width, int height) {
        return new Wish(Transformation.of(new Box(width, height), ImageFormat.PNG));
    }

    /** With any option, which needs no word of its own here. */
    Wish with(Option option) {
        return new Wish(transformation.with(option));
    }

    Wish as(ImageFormat format) {
        return new Wish(transformation.as(format));
    }

    Wish quality(Quality quality) {
        return with(quality);
    }

    Wish maxBytes(int bytes) {
        return with(new MaxBytes(bytes));
    }

    Wish keepIcc() {
        return with(new KeepIcc());
    }

    Wish keepCopyright() {
        return with(new KeepCopyright());
    }

    Wish fit(Fit fit) {
        return with(fit);
    }

    Wish enlarged() {
        return with(new Enlarge());
    }

    Wish gravity(Gravity gravity) {
        return with(gravity);
    }

    Wish crop(int width, int height, int left, int top) {
        return with(new CropBox(width, height, left, top));
    }

    Wish dpr(int dpr) {
        return with(new DevicePixelRatio(dpr));
    }

    Wish rotated(Rotation rotation) {
        return with(rotation);
    }

    Wish flipped(Flip flip) {
        return with(flip);
    }

    Wish trim(int tolerancePercent) {
        return with(new Trim(tolerancePercent));
    }

    Wish blur(int tenths) {
        return with(new Blur(tenths));
    }

    Wish sharpen(int tenths) {
        return with(new Sharpen(tenths));
    }

    Wish grayscale() {
        return with(new Grayscale());
    }

    Wish background(int red, int green, int blue) {
        return with(new Background(new Rgb(red, green, blue)));
    }

    Wish watermark(String name) {
        return with(new WatermarkName(name));
    }
}
