# A warning before a burst finds out: the account's quota of Fargate in this Region.

check "the_account_has_room_on_fargate" {
  data "aws_servicequotas_service_quota" "fargate" {
    service_code = "fargate"
    quota_code   = "L-3032A538"
  }

  assert {
    condition     = coalesce(data.aws_servicequotas_service_quota.fargate.value, var.cores) >= var.cores
    error_message = "All tasks together need ${var.cores} vCPU, and this Region's quota \"Fargate On-Demand vCPU resource count\" is ${coalesce(data.aws_servicequotas_service_quota.fargate.value, 0)}: ask for more under Service Quotas, or lower processor.max_tasks. Until then a burst of misses starts fewer tasks than you allow."
  }
}
