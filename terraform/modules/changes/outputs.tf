output "queue_url" {
  description = "URL of the queue of changed originals."
  value       = aws_sqs_queue.this.url
}

output "queue_arn" {
  description = "ARN of the queue of changed originals."
  value       = aws_sqs_queue.this.arn
}

output "queue_name" {
  description = "Name of the queue, the dimension of its metrics."
  value       = aws_sqs_queue.this.name
}

output "dead_letter_queue_url" {
  description = "URL of the dead-letter queue."
  value       = aws_sqs_queue.dead.url
}

output "dead_letter_queue_name" {
  description = "Name of the dead-letter queue, the dimension of its metrics."
  value       = aws_sqs_queue.dead.name
}
