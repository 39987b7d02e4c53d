/** The program as its visitors meet it: real HTTP to the processor and the website, over a real S3 server. */
@NullMarked
package latent.endtoend;

import org.jspecify.annotations.NullMarked;
