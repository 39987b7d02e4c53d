package latent.store;

import java.io.IOException;

/** What S3 has sent is not what it announced, or not what the ETag says. */
final class WrongBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongBytesException(String what) {
        super(what);
    }
}
