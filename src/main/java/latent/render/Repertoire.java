package latent.render;

import java.util.Set;
import latent.image.ImageFormat;

/**
 * What an engine can do. The README's table of formats and options is made from these declarations.
 *
 * @param reads      formats of originals
 * @param writes     formats of renditions
 * @param techniques everything beyond plain sizing
 */
public record Repertoire(Set<ImageFormat> reads, Set<ImageFormat> writes, Set<Technique> techniques) {
    public Repertoire {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        techniques = Set.copyOf(techniques);
    }
}
