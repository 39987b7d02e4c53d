package latent.key;

/** Quality is lowered until the file has no more bytes than this. */
public record MaxBytes(int bytes) implements Option {
    static final OptionKind<MaxBytes> KIND = OptionKind.number(
                    MaxBytes.class,
                    "max-",
                    "[1-9][0-9]{2,7}",
                    MaxBytes::new,
                    MaxBytes::bytes,
                    new Capability("A bound on the bytes"))
            .documented(
                    "max-N",
                    "Quality is lowered until the file is no larger. A picture that cannot be made that small is answered with 415.",
                    "N in bytes, 100 to 99999999",
                    "max-20000",
                    "max-99",
                    "max-20k");
}
