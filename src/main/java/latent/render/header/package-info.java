/** The header gate: reads the headers of originals from parts of the file, and refuses files that no decoder may see. No decoder runs here. */
@NullMarked
package latent.render.header;

import org.jspecify.annotations.NullMarked;
