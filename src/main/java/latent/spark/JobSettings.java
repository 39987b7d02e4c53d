package latent.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.config.SettingSources;
import latent.config.SettingValue;
import latent.config.Settings;

/** Settings as tasks take them to wherever they run; secrets among them, so nothing may print or store it. */
public final class JobSettings implements Serializable {
    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, String> values;

    private JobSettings(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** All that was sources. */
    public static JobSettings of(SettingSources sources) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingValue value : sources.effective()) {
            values.put(value.setting().settingName(), value.value());
        }
        return new JobSettings(values);
    }

    /** The same but for these. */
    public JobSettings with(Map<String, String> more) {
        JobSettings changed = new JobSettings(values);
        changed.values.putAll(more);
        return changed;
    }

    /** As the other commands know them. */
    public Settings read() {
        return new SettingSources().with(values, "job").read();
    }
}
