/** Jobs of Apache Spark over whole buckets: plan, warm, audit and expire. They run on this machine or on a cluster. */
@NullMarked
package latent.spark;

import org.jspecify.annotations.NullMarked;
