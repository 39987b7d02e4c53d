"""What was really applied: alarms and the dashboard."""


def alarms(applied, queue, of=("HTTPCode_Target_5XX_Count", "TargetResponseTime", "UnHealthyHostCount")):
    names = {a.get("MetricName") for a in applied.client("cloudwatch").describe_alarms()["MetricAlarms"]}
    wanted = set(of) | ({"ApproximateAgeOfOldestMessage"} if queue else set())
    assert wanted <= names, f"no alarm on {sorted(wanted - names)}"
    assert applied.client("cloudwatch").list_dashboards()["DashboardEntries"], "no dashboard"
