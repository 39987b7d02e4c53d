/** The rendition key, which is the URL path and the S3 key in one: its grammar, its canonical form, the ladder. */
@NullMarked
package latent.key;

import org.jspecify.annotations.NullMarked;
