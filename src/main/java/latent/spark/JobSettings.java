package latent.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.config.SettingSources;
import latent.config.SettingValue;
import latent.config.Settings;

/** All settings, in a form that Spark can send to tasks. Secrets are among them, so nothing may print or store it. */
public final class JobSettings implements Serializable {
    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, String> values;

    private JobSettings(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The effective settings of these sources. */
    public static JobSettings of(SettingSources sources) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingValue value : sources.effective()) {
            values.put(value.setting().settingName(), value.value());
        }
        return new JobSettings(values);
    }

    /** A copy with these values changed. */
    public JobSettings with(Map<String, String> more) {
        JobSettings changed = new JobSettings(values);
        changed.values.putAll(more);
        return changed;
    }

    /** The typed settings, as the other commands have them. */
    public Settings read() {
        return new SettingSources().with(values, "job").read();
    }
}
