/** The page to try renditions on: its files, what it is told of the deployment that it shows, two edges to play with, and what it watches. */
@NullMarked
package latent.local.playground;

import org.jspecify.annotations.NullMarked;
