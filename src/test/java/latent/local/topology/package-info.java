/** The five systems, replayed: a browser, edges in two regions, the website front over S3, and a processor; every hop is counted. */
@NullMarked
package latent.local.topology;

import org.jspecify.annotations.NullMarked;
