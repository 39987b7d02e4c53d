package latent.spark;

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
}
