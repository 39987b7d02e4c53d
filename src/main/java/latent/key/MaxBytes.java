package latent.key;

/** Quality is lowered until the file has no more bytes than this. */
public record MaxBytes(int bytes) implements Option {
    static final OptionKind KIND = OptionKind.of(
                    "max-[1-9][0-9]{2,7}",
                    argument -> new MaxBytes(Integer.parseInt(argument)),
                    new Capability("A bound on the bytes"))
            .documented(
                    "max-N",
                    "Quality is lowered until the file is no larger. A picture that cannot be made that small is answered with 415.",
                    "N in bytes, 100 to 99999999",
                    "max-20000",
                    "max-99",
                    "max-20k");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "max-" + bytes;
    }
}
