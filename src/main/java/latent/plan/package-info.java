/** What renditions there should be, what making those takes, and a plan of it in shards. */
@NullMarked
package latent.plan;

import org.jspecify.annotations.NullMarked;
