/** Tests of the jobs of Spark, in one session that all of them share. */
@NullMarked
package latent.spark;

import org.jspecify.annotations.NullMarked;
