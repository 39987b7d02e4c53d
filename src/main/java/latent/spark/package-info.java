/** Plans over whole buckets, and carries them out, as jobs of Apache Spark: on this machine or on a cluster. */
@NullMarked
package latent.spark;

import org.jspecify.annotations.NullMarked;
