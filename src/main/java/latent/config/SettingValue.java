package latent.config;

/**
 * A setting's value as somebody said it.
 *
 * @param source who: {@code default}, a file, {@code LATENT_…}, or {@code --set}
 */
public record SettingValue(Setting setting, String value, String source) {
    private static final String MASK = "****";

    /** The value for the eyes of people. */
    public String printable() {
        return setting.secret() && !value.isEmpty() ? MASK : value;
    }

    @Override
    public String toString() {
        return setting.settingName() + "=" + printable() + " (" + source + ")";
    }
}
