# A whole deployment, its host names and their certificates: what no name server, browser or CloudFront would take is refused in the plan.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias           = "us_east_1"
  source          = "./tests/mocks/us-east-1"
  override_during = plan
}

variables {
  name            = "latent"
  hosts           = { images = "images.example.org", process = "process.example.org", origin = "origin.example.org" }
  zone            = { id = "Z1" }
  originals       = { bucket = "originals" }
  renditions      = { bucket = "renditions" }
  origin_secrets  = ["origin-secret-of-the-tests-1"]
  referer_secrets = ["referer-secret-of-the-tests-1"]
  processor       = { image = "latent:1.0.0" }
}

run "a_website_that_redirects_to_itself_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", process = "images.example.org", origin = "origin.example.org" }
  }
}

run "a_distribution_that_is_its_own_origin_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", process = "process.example.org", origin = "process.example.org" }
  }
}

run "a_host_with_a_scheme_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", process = "https://process.example.org", origin = "origin.example.org" }
  }
}

run "a_host_that_no_name_server_has_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "a123456789b123456789c123456789d123456789e123456789f123456789g123.example.org", process = "process.example.org", origin = "origin.example.org" }
  }
}

run "a_redirect_without_a_process_host_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", origin = "origin.example.org" }
  }
}

run "a_load_balancer_on_the_internet_without_a_name_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    topology = "failover"
    hosts    = { images = "images.example.org" }
  }
}

run "a_load_balancer_of_theirs_without_a_name_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    topology = "failover"
    hosts    = { images = "images.example.org" }
    network  = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"], private_subnet_ids = ["subnet-3", "subnet-4"] }
    load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1", arn_suffix = "app/theirs/1"
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
      security_group_id = "sg-theirs", dns_name = "theirs.example.org", zone_id = "Z2"
    }
  }
}

run "a_certificate_of_another_Region_is_refused" {
  command         = plan
  expect_failures = [var.certificates]

  variables {
    certificates = { images = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" } }
  }
}

run "no_zone_and_no_certificates_is_refused" {
  command         = plan
  expect_failures = [var.certificates]

  variables {
    zone = null
  }
}

run "a_certificate_for_no_name_is_refused" {
  command         = plan
  expect_failures = [var.certificates]

  variables {
    topology     = "failover"
    exposure     = "vpc-origin"
    hosts        = { images = "images.example.org" }
    certificates = { origin = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" } }
  }
}
