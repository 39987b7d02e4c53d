/** The header gate: what a file claims to be, read from its first bytes alone, and whether we let it in. No decoder runs here. */
@NullMarked
package latent.render.header;

import org.jspecify.annotations.NullMarked;
