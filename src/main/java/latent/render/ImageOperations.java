package latent.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Effect;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.render.quality.Luma;

/**
 * All that an engine must supply for {@link RenderPlan}, which alone knows what is done in which order. One object serves one render, on one thread.
 * A step may change the picture it is given and return it, or return another; the one that was given is not used again, except after
 * {@link #materialize}.
 *
 * @param <F> a file, as {@link SourceFile} holds it
 * @param <P> a picture
 */
public interface ImageOperations<F, P> {
    /** Number of frames of an animation whose frames this engine can keep; 1 for every other file. */
    int frames(SourceFile<F> source);

    /**
     * A part of the first frame, as it is stored: not turned, with the colours of its profile.
     *
     * @param part   in stored pixels
     * @param wanted size that it will be resized to; the result is no smaller, but for what the original lacks, and may be larger
     */
    P decode(SourceFile<F> source, PixelRect part, PixelSize wanted);

    /** The same part of every frame. Only where {@link #frames} says more than one. */
    List<P> decodeFrames(SourceFile<F> source, PixelRect part);

    /** An animation of frames of one size, with the delays and the number of rounds of the original. */
    P animate(List<P> frames, PixelSize frame);

    PixelSize size(P picture);

    /** Exactly a size, whatever that does to the aspect ratio. */
    P resize(P picture, PixelSize size);

    /** Eight bits a channel, in sRGB. */
    P toSrgb(P picture);

    /** Eight bits a channel, with the picture's own profile still meaning what it meant. */
    P keepProfile(P picture);

    P turn(P picture, Orientation turn);

    P apply(P picture, Effect effect);

    /** Lays an sRGB picture of the size of {@code place} over another. */
    P overlay(P picture, P mark, PixelRect place);

    /** Nothing transparent is left: behind it is a colour. */
    P flatten(P picture, Rgb background);

    /** On a larger canvas, which is transparent where no colour is given. */
    P pad(P picture, Layout layout, Optional<Rgb> background);

    /**
     * Opens the watermark.
     *
     * @param opening gives it computed, and reads no other file
     * @throws latent.refusal.Refusal NOT_A_RENDITION when its pixels are damaged
     */
    default P openWatermark(Supplier<P> opening) {
        return UnusableWatermark.insteadOfOriginal(opening);
    }

    /** Computes a picture, which may be used more than once from then on. */
    P materialize(P picture);

    /**
     * Finds the part that differs from the colour of the upper left corner.
     *
     * @param tolerancePercent of the channel range
     * @return the smallest part that holds it; the whole picture when nothing differs
     */
    PixelRect contentBounds(P picture, int tolerancePercent);

    /**
     * Finds the point that draws the eye, for a smart crop.
     *
     * @param window size of the part that will be shown around it
     * @return in pixels of the picture
     */
    Point salientPoint(P picture, PixelSize window);

    /** A point of a picture, in its pixels from the upper left corner. */
    record Point(double x, double y) {}

    /** With no metadata except what the transformation keeps. */
    P reduceMetadata(P picture, Transformation asked);

    /**
     * Writes a file in the transformation's format, with the metadata that {@link #reduceMetadata} left and the transformation keeps.
     *
     * @param quality 1 to 100, on the encoder's own scale
     */
    byte[] encode(P picture, Transformation asked, int quality);

    /** The brightness of a picture, on white where it is transparent. */
    Luma luma(P picture);

    /** The brightness of a file that {@link #encode} has written, of all its frames one below the other; {@code size} is theirs together. */
    Luma luma(byte[] file, ImageFormat format, PixelSize size);
}
