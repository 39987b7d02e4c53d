/** What tests share: the program beside a real S3 server, faults between the two, raw HTTP, and which programs of the machine a test needs. */
@NullMarked
package latent.kit;

import org.jspecify.annotations.NullMarked;
