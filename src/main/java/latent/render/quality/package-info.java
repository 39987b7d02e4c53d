/** How good is good enough, for every engine alike: the similarity of two pictures, and the search for the smallest file that has it. */
@NullMarked
package latent.render.quality;

import org.jspecify.annotations.NullMarked;
