package latent.render;

import java.util.Map;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.CropBox;
import latent.key.Enlarge;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.RequestedSize;
import latent.key.Rotation;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Computes sizes and positions, the same for every engine. No side is smaller than one pixel, nothing is enlarged unless the key says so, and sides
 * are rounded half up.
 */
public final class Geometry {
    /** The longest side that a file of the format can have, or that its encoder writes: libjpeg, libheif. PNG has none that matters. */
    private static final Map<ImageFormat, Integer> MAX_SIDE_PIXELS = Map.of(
            ImageFormat.WEBP, 16_383,
            ImageFormat.AVIF, 16_384,
            ImageFormat.JPEG, 65_500,
            ImageFormat.GIF, 65_535);

    /** Bound on the pixels of a rendition: a box of allowed sides could otherwise ask for a very large canvas. */
    private static final long MAX_CANVAS_PIXELS = 50_000_000;

    private Geometry() {}

    /** The transformation for this kind of original: a drawing always fills its box, as if the key said {@code up}. */
    public static Transformation meant(ImageHeader header, Transformation asked) {
        return header.format().isVector() ? asked.with(new Enlarge()) : asked;
    }

    /** The key's rotation, then its flip, as one turn of the upright picture. */
    public static Orientation turn(Transformation asked) {
        return asked.find(Rotation.class)
                .map(Rotation::turn)
                .orElse(Orientation.TOP_LEFT)
                .then(asked.find(Flip.class).map(Flip::turn).orElse(Orientation.TOP_LEFT));
    }

    /**
     * The part of the upright original that is shown before any fit: the crop box, clipped to the picture, or all of it.
     *
     * @throws Refusal when the crop box lies outside the picture
     */
    public static PixelRect shown(PixelSize upright, Transformation asked) {
        Optional<CropBox> box = asked.find(CropBox.class);
        if (box.isEmpty()) {
            return PixelRect.whole(upright);
        }
        CropBox crop = box.get();
        int width = Math.min(crop.width(), upright.width() - crop.left());
        int height = Math.min(crop.height(), upright.height() - crop.top());
        if (width < 1 || height < 1) {
            throw new Refusal(Reason.NOT_A_RENDITION, "The crop box lies outside the picture of " + upright + ".");
        }
        return new PixelRect(crop.left(), crop.top(), width, height);
    }

    /** The layout of an untrimmed picture; a smart gravity counts as the centre. */
    public static Layout layout(PixelSize upright, Transformation transformation) {
        return layout(upright, shown(upright, transformation), transformation, transformation.gravity());
    }

    /**
     * The layout of the part {@code shown}.
     *
     * @param shown   in pixels of the upright original: the crop box, without the border that was trimmed from it
     * @param gravity instead of the transformation's own, where the engine has found the point that draws the eye
     * @throws Refusal when the rendition would be larger than any format or screen can show
     */
    public static Layout layout(PixelSize upright, PixelRect shown, Transformation transformation, Gravity gravity) {
        Orientation turn = turn(transformation);
        PixelSize size = turn.turn(shown.size());
        RequestedSize asked = transformation.deviceBox();
        double boxWidth = asked.width() > 0 ? asked.width() : (double) asked.height() * size.width() / size.height();
        double boxHeight = asked.height() > 0 ? asked.height() : (double) asked.width() * size.height() / size.width();
        double across = boxWidth / size.width();
        double down = boxHeight / size.height();
        double most = transformation.has(Enlarge.class) ? Double.MAX_VALUE : 1;
        ImageFormat format = transformation.format();
        GravityPosition position = GravityPosition.of(gravity, upright, shown, turn);
        return switch (transformation.fit()) {
            case FIT -> whole(shown, scaled(format, size, Math.min(most, Math.min(across, down))));
            case FORCE ->
                whole(
                        shown,
                        bounded(format, size.width() * Math.min(most, across), size.height() * Math.min(most, down)));
            case PAD -> {
                PixelSize box = bounded(format, boxWidth, boxHeight);
                PixelSize scaled = scaled(format, size, Math.min(most, Math.min(across, down)));
                yield new Layout(
                        shown,
                        scaled,
                        box,
                        position.leftOnCanvas(scaled.width(), box.width()),
                        position.topOnCanvas(scaled.height(), box.height()));
            }
            case FILL -> {
                double cover = Math.max(across, down);
                double shrink = Math.min(1, most / cover);
                PixelSize canvas = bounded(format, boxWidth * shrink, boxHeight * shrink);
                int width = round(boxWidth / cover, size.width());
                int height = round(boxHeight / cover, size.height());
                PixelRect window = new PixelRect(
                        position.leftOfWindow(width, size.width()),
                        position.topOfWindow(height, size.height()),
                        width,
                        height);
                PixelRect source = turn.unturn(window, size).moved(shown.left(), shown.top());
                yield whole(source, canvas);
            }
        };
    }

    private static Layout whole(PixelRect source, PixelSize canvas) {
        return new Layout(source, canvas, canvas, 0, 0);
    }

    private static PixelSize scaled(ImageFormat format, PixelSize size, double scale) {
        return bounded(format, size.width() * scale, size.height() * scale);
    }

    private static PixelSize bounded(ImageFormat format, double width, double height) {
        int longest = MAX_SIDE_PIXELS.getOrDefault(format, Integer.MAX_VALUE);
        if (Math.max(width, height) > longest) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "The rendition would be too large: no side of a " + format + " picture is longer than " + longest
                            + " pixels.");
        }
        if (width * height > MAX_CANVAS_PIXELS) {
            throw new Refusal(Reason.TOO_LARGE, "The rendition would be too large.");
        }
        return new PixelSize(round(width, longest), round(height, longest));
    }

    private static int round(double side, int most) {
        return Math.clamp(Math.round(side), 1, most);
    }
}
