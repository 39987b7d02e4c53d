package latent.render;

import java.util.function.Function;
import latent.image.ImageHeader;

/**
 * A file that is decoded in a render: the original, or the watermark.
 *
 * @param file   the whole file, in the form that an engine takes it
 * @param header what the header gate read from it, under the limits of the deployment
 * @param <F>    bytes on the heap or memory outside of it
 */
public record SourceFile<F>(F file, ImageHeader header) {
    /** The same header with the file in another form. */
    public <G> SourceFile<G> map(Function<F, G> move) {
        return new SourceFile<>(move.apply(file), header);
    }
}
