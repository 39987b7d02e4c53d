/** The website endpoint of a bucket: the configuration, the order in which S3 obeys it, and its own pages. */
@NullMarked
package latent.local.website;

import org.jspecify.annotations.NullMarked;
