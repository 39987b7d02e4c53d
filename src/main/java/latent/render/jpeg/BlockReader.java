package latent.render.jpeg;

import java.io.IOException;
import java.util.List;

/** Reads the coefficients of one block. */
interface BlockReader {
    void read(Scan.Part part, int block) throws IOException;

    /** Forgets what one block tells the next; at the start and at each restart marker. */
    default void restart(List<Scan.Part> parts) {
        parts.forEach(part -> part.component().predicted = 0);
    }
}
