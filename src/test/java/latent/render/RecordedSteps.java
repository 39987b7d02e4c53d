package latent.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Effect;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.render.quality.Luma;

/** An engine without pixels: its pictures are only sizes, and it remembers the steps it was asked for. Animations have two frames. */
final class RecordedSteps implements ImageOperations<String, PixelSize> {
    private final List<String> taken = new ArrayList<>();

    List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public int frames(SourceFile<String> source) {
        return source.header().frames() > 1 ? 2 : 1;
    }

    @Override
    public PixelSize decode(SourceFile<String> source, PixelRect part, PixelSize wanted) {
        return step("decode " + part.size() + " for " + wanted, part.size());
    }

    @Override
    public List<PixelSize> decodeFrames(SourceFile<String> source, PixelRect part) {
        step("frames " + part.size(), part.size());
        return List.of(part.size(), part.size());
    }

    @Override
    public PixelSize animate(List<PixelSize> frames, PixelSize frame) {
        return step("animate " + frame, frame);
    }

    @Override
    public PixelSize size(PixelSize picture) {
        return picture;
    }

    @Override
    public PixelSize resize(PixelSize picture, PixelSize size) {
        return step("resize " + size, size);
    }

    @Override
    public PixelSize toSrgb(PixelSize picture) {
        return step("srgb", picture);
    }

    @Override
    public PixelSize keepProfile(PixelSize picture) {
        return step("profile", picture);
    }

    @Override
    public PixelSize turn(PixelSize picture, Orientation turn) {
        return step("turn " + turn, turn.turn(picture));
    }

    @Override
    public PixelSize apply(PixelSize picture, Effect effect) {
        return step(effect.token(), picture);
    }

    @Override
    public PixelSize overlay(PixelSize picture, PixelSize mark, PixelRect place) {
        return step("overlay", picture);
    }

    @Override
    public PixelSize flatten(PixelSize picture, Rgb background) {
        return step("flatten " + background.hex(), picture);
    }

    @Override
    public PixelSize pad(PixelSize picture, Layout layout, Optional<Rgb> background) {
        return step("pad", layout.canvas());
    }

    @Override
    public PixelSize materialize(PixelSize picture) {
        return step("materialize", picture);
    }

    @Override
    public PixelRect contentBounds(PixelSize picture, int tolerancePercent) {
        step("bounds " + tolerancePercent, picture);
        return PixelRect.whole(picture);
    }

    @Override
    public Point salientPoint(PixelSize picture, PixelSize window) {
        step("salient " + window, picture);
        return new Point(0, 0);
    }

    @Override
    public PixelSize reduceMetadata(PixelSize picture, Transformation asked) {
        return step("metadata", picture);
    }

    @Override
    public byte[] encode(PixelSize picture, Transformation asked, int quality) {
        step("encode " + quality, picture);
        return picture.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Luma luma(PixelSize picture) {
        return new Luma(picture, new byte[(int) picture.pixels()]);
    }

    @Override
    public Luma luma(byte[] file, ImageFormat format, PixelSize size) {
        return luma(size);
    }

    private PixelSize step(String what, PixelSize result) {
        taken.add(what);
        return result;
    }
}
