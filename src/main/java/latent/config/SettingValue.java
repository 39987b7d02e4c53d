package latent.config;

/**
 * The value of a setting, as text, and where it comes from.
 *
 * @param source {@code default}, a file's name, a variable's name ({@code LATENT_…}), or {@code --set}
 */
public record SettingValue(Setting setting, String value, String source) {
    private static final String MASK = "****";

    /** The value as it may be printed: that of a secret is masked. */
    public String printable() {
        return setting.secret() && !value.isEmpty() ? MASK : value;
    }

    @Override
    public String toString() {
        return setting.settingName() + "=" + printable() + " (" + source + ")";
    }
}
