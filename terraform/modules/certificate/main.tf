# One certificate for one host, proved by DNS. Made in the provider's Region: us-east-1 for a distribution, the load balancer's own otherwise.
# One per host and none shared: a certificate with two names is replaced, under both, when either changes.

resource "aws_acm_certificate" "this" {
  domain_name       = var.host
  validation_method = "DNS"
  tags              = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

# Two Regions that hold a certificate for the same host ask for the same record: one of them owns it, or the first to be destroyed takes it from the other.
resource "aws_route53_record" "validation" {
  for_each = {
    for option in aws_acm_certificate.this.domain_validation_options : option.domain_name => option if var.owns_record
  }

  zone_id         = var.zone_id
  name            = each.value.resource_record_name
  type            = each.value.resource_record_type
  records         = [each.value.resource_record_value]
  ttl             = 60
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = var.owns_record ? [for record in aws_route53_record.validation : record.fqdn] : null
}
