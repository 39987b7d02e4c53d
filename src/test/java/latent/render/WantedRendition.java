package latent.render;

import latent.image.ImageFormat;
import latent.key.Background;
import latent.key.Blur;
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
import latent.key.RequestedSize;
import latent.key.Rgb;
import latent.key.Rotation;
import latent.key.Sharpen;
import latent.key.Transformation;
import latent.key.Trim;
import latent.key.WatermarkName;

/** A transformation, spelt so that a table of them can be read. */
record WantedRendition(Transformation transformation) {
    static WantedRendition box(int width, int height) {
        return new WantedRendition(Transformation.of(new RequestedSize(width, height), ImageFormat.PNG));
    }

    /** With any option, which needs no word of its own here. */
    WantedRendition with(Option option) {
        return new WantedRendition(transformation.with(option));
    }

    WantedRendition as(ImageFormat format) {
        return new WantedRendition(transformation.as(format));
    }

    WantedRendition quality(Quality quality) {
        return with(quality);
    }

    WantedRendition maxBytes(int bytes) {
        return with(new MaxBytes(bytes));
    }

    WantedRendition keepIcc() {
        return with(new KeepIcc());
    }

    WantedRendition keepCopyright() {
        return with(new KeepCopyright());
    }

    WantedRendition fit(Fit fit) {
        return with(fit);
    }

    WantedRendition enlarged() {
        return with(new Enlarge());
    }

    WantedRendition gravity(Gravity gravity) {
        return with(gravity);
    }

    WantedRendition crop(int width, int height, int left, int top) {
        return with(new CropBox(width, height, left, top));
    }

    WantedRendition dpr(int dpr) {
        return with(new DevicePixelRatio(dpr));
    }

    WantedRendition rotated(Rotation rotation) {
        return with(rotation);
    }

    WantedRendition flipped(Flip flip) {
        return with(flip);
    }

    WantedRendition trim(int tolerancePercent) {
        return with(new Trim(tolerancePercent));
    }

    WantedRendition blur(int tenths) {
        return with(new Blur(tenths));
    }

    WantedRendition sharpen(int tenths) {
        return with(new Sharpen(tenths));
    }

    WantedRendition grayscale() {
        return with(new Grayscale());
    }

    WantedRendition background(int red, int green, int blue) {
        return with(new Background(new Rgb(red, green, blue)));
    }

    WantedRendition watermark(String name) {
        return with(new WatermarkName(name));
    }
}
