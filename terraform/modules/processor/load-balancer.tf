# The way in. Two locks: the network takes only CloudFront's addresses, which every AWS customer's distribution shares; the header says whose it is.

locals {
  makes_load_balancer = var.load_balancer == null
  is_internal         = var.exposure == "vpc-origin"
  # Inside the network, without a certificate, CloudFront speaks plain HTTP to it; nobody else is let in.
  speaks_tls = var.load_balancer != null ? var.listener_speaks_tls : var.certificate != null
  way_in     = local.speaks_tls ? { port = 443, protocol = "HTTPS" } : { port = 80, protocol = "HTTP" }

  load_balancer = var.load_balancer != null ? var.load_balancer : {
    listener_arn      = try(aws_lb_listener.this[0].arn, null)
    security_group_id = try(aws_security_group.load_balancer[0].id, null)
    arn               = try(aws_lb.this[0].arn, null)
    arn_suffix        = try(aws_lb.this[0].arn_suffix, null)
    dns_name          = try(aws_lb.this[0].dns_name, null)
    zone_id           = try(aws_lb.this[0].zone_id, null)
    rule_priority     = 10
  }
}

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "load_balancer" {
  count = local.makes_load_balancer ? 1 : 0

  name_prefix = "${var.name}-origin-"
  description = "The processor's load balancer"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

# The list counts as 55 rules of the security group's quota of 60.
resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  count = local.makes_load_balancer ? 1 : 0

  security_group_id = aws_security_group.load_balancer[0].id
  description       = "From CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
  ip_protocol       = "tcp"
  from_port         = local.way_in.port
  to_port           = local.way_in.port
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  security_group_id            = local.load_balancer.security_group_id
  description                  = "To the tasks"
  referenced_security_group_id = aws_security_group.task.id
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = var.tags
}

# Another exposure is another load balancer: names of their own let it be there, and asked, before the former one goes.
resource "aws_lb" "this" {
  count = local.makes_load_balancer ? 1 : 0

  name                       = local.is_internal ? "${var.name}-inside" : "${var.name}-origin"
  load_balancer_type         = "application"
  internal                   = local.is_internal
  security_groups            = [aws_security_group.load_balancer[0].id]
  subnets                    = local.is_internal ? var.private_subnet_ids : var.public_subnet_ids
  drop_invalid_header_fields = true
  # Longer than CloudFront keeps a connection, which is 60: what closes first loses no request.
  idle_timeout               = 120
  enable_deletion_protection = var.deletion_protection
  tags                       = var.tags

  dynamic "access_logs" {
    for_each = var.access_log_bucket == null ? [] : [var.access_log_bucket]

    content {
      enabled = true
      bucket  = access_logs.value.name
      prefix  = "load-balancer"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

# A target group belongs to one load balancer, so it is another one too.
resource "aws_lb_target_group" "this" {
  name                 = local.is_internal ? "${var.name}-inside" : "${var.name}-processor"
  target_type          = "ip"
  port                 = local.port
  protocol             = "HTTP"
  vpc_id               = var.vpc_id
  deregistration_delay = 60
  # A render takes seconds or microseconds, so turns are a poor measure of load.
  load_balancing_algorithm_type = "least_outstanding_requests"
  tags                          = var.tags

  health_check {
    path                = "/-/ready"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "this" {
  count = local.makes_load_balancer ? 1 : 0

  load_balancer_arn = aws_lb.this[0].arn
  port              = local.way_in.port
  protocol          = local.way_in.protocol
  ssl_policy        = local.speaks_tls ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null
  certificate_arn   = local.speaks_tls ? var.certificate.arn : null
  tags              = var.tags

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Requests must come through the distribution."
      status_code  = "403"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

moved {
  from = aws_lb_listener.https
  to   = aws_lb_listener.this[0]
}

resource "aws_lb_listener_rule" "verified" {
  listener_arn = local.load_balancer.listener_arn
  priority     = local.load_balancer.rule_priority
  tags         = var.tags

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }

  condition {
    http_header {
      http_header_name = "X-Origin-Verify"
      values           = var.origin_secrets
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_vpc_origin" "this" {
  count = var.exposure == "vpc-origin" ? 1 : 0

  tags = var.tags

  vpc_origin_endpoint_config {
    name                   = "${var.name}-processor"
    arn                    = local.load_balancer.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = local.speaks_tls ? "https-only" : "http-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }

  lifecycle {
    create_before_destroy = true
  }

  # The listener is what it connects to, and tasks are what answers.
  depends_on = [aws_lb_listener.this, aws_ecs_service.this]
}
