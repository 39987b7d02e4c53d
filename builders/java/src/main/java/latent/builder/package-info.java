/** For those who write pages: keys, URLs and markup of renditions. The keys are those of {@link latent.key}, which the server reads them with. */
@NullMarked
package latent.builder;

import org.jspecify.annotations.NullMarked;
