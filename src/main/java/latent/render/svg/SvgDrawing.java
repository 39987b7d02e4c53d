package latent.render.svg;

import java.nio.charset.StandardCharsets;
import latent.image.PixelRect;
import latent.image.PixelSize;

/**
 * An SVG file written anew with nothing but what a still picture needs: no scripts, no style of another file, no reference to anything outside
 * itself, no entities. The rasteriser gets nothing of the original that is not on the lists of {@link AllowedElements}.
 *
 * <p>What an {@code img} in a browser does not show is left out: scripts, event handlers, links, animation, metadata. What it shows and we cannot
 * draw is refused, such as text, for which there are no fonts: an incomplete picture would be stored.
 */
public final class SvgDrawing {
    private final String root;

    private SvgDrawing(String root) {
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param size what the header gate found it to be, in CSS pixels
     * @throws latent.refusal.Refusal when it is no SVG, too large or too intricate, or has what cannot be drawn
     */
    public static SvgDrawing of(byte[] file, PixelSize size) {
        return new SvgDrawing(new Sanitizer(size).clean(file));
    }

    /**
     * A file, in UTF-8, that shows a part of the drawing.
     *
     * @param part   in CSS pixels
     * @param raster the size to draw it at; lines are as sharp at any size
     */
    public byte[] showing(PixelRect part, PixelSize raster) {
        return ("<svg xmlns=\"" + AllowedElements.NAMESPACE + "\" preserveAspectRatio=\"none\""
                        + " width=\"" + raster.width() + "\" height=\"" + raster.height() + "\""
                        + " viewBox=\"" + part.left() + " " + part.top() + " " + part.width() + " " + part.height()
                        + "\">"
                        + root + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
