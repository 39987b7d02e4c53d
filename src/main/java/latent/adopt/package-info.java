/** Reads URLs of other image services, and finds the rendition keys that replace them. */
@NullMarked
package latent.adopt;

import org.jspecify.annotations.NullMarked;
