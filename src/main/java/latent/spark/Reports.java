package latent.spark;

import latent.audit.AuditReport;
import latent.audit.ExpiryReport;
import latent.plan.PlanReport;

/** Reports for programs: one line of JSON. */
public final class Reports {
    private Reports() {}

    /** {@code {"counts":{…},"estimate":{…},"shards":12}}. */
    public static String json(PlanReport report) {
        return PlanFolder.json(report).toString();
    }

    /** {@code {"runner":"spark","asked":100,"made":98,…}}. */
    public static String json(WarmReport report) {
        return PlanFolder.json(report).toString();
    }

    /** {@code {"depth":"headers","renditions":1000,"looked":1000,"wrong":3,…}}. */
    public static String json(AuditReport report) {
        return PlanFolder.json(report).toString();
    }

    /** {@code {"unusedDays":90,"renditions":1000,"unused":200,…}}. */
    public static String json(ExpiryReport report) {
        return PlanFolder.json(report).toString();
    }
}
